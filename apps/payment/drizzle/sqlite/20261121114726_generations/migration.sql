CREATE TABLE `projection_generations` (
	`projection` text NOT NULL,
	`serving` integer NOT NULL,
	`rebuild` text,
	`switchedAt` integer,
	CONSTRAINT `projection_generations_pk` PRIMARY KEY(`projection`)
);

--> statement-breakpoint
CREATE TABLE `projection_parked` (
	`projection` text NOT NULL,
	`category` text NOT NULL,
	`aggregateId` text NOT NULL,
	`epoch` integer NOT NULL,
	`pos` integer NOT NULL,
	`eventId` text NOT NULL,
	CONSTRAINT `projection_parked_pk` PRIMARY KEY(`projection`, `category`, `aggregateId`)
);

--> statement-breakpoint
CREATE TABLE `payments_2` (
	`id` text NOT NULL,
	`orderId` text NOT NULL,
	`customerId` text NOT NULL,
	`status` text NOT NULL,
	`amount` integer NOT NULL,
	`captured` integer NOT NULL,
	`refunded` integer NOT NULL,
	`currency` text NOT NULL,
	`provider` text NOT NULL,
	`providerRef` text collate nocase,
	`reason` text collate nocase,
	`version` integer NOT NULL,
	`expiresAt` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `payments_2_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE INDEX `payments_2_createdAt_id_index` ON `payments_2` (`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `payments_2_updatedAt_id_index` ON `payments_2` (`updatedAt`,`id`);
--> statement-breakpoint
CREATE INDEX `payments_2_amount_id_index` ON `payments_2` (`amount`,`id`);
--> statement-breakpoint
CREATE INDEX `payments_2_orderId_id_index` ON `payments_2` (`orderId`,`id`);
--> statement-breakpoint
CREATE INDEX `payments_2_customerId_createdAt_id_index` ON `payments_2` (`customerId`,`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `payments_2_status_createdAt_id_index` ON `payments_2` (`status`,`createdAt`,`id`);
