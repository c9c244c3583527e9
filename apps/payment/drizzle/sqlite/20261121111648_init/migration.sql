CREATE TABLE `projection_checkpoints` (
	`projection` text NOT NULL,
	`category` text NOT NULL,
	`partition` integer NOT NULL,
	`epoch` integer NOT NULL,
	`pos` integer NOT NULL,
	`eventId` text NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `projection_checkpoints_pk` PRIMARY KEY(`projection`, `category`, `partition`)
);

--> statement-breakpoint
CREATE TABLE `payments` (
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
	CONSTRAINT `payments_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE INDEX `payments_createdAt_id_index` ON `payments` (`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `payments_updatedAt_id_index` ON `payments` (`updatedAt`,`id`);
--> statement-breakpoint
CREATE INDEX `payments_amount_id_index` ON `payments` (`amount`,`id`);
--> statement-breakpoint
CREATE INDEX `payments_orderId_id_index` ON `payments` (`orderId`,`id`);
--> statement-breakpoint
CREATE INDEX `payments_customerId_createdAt_id_index` ON `payments` (`customerId`,`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `payments_status_createdAt_id_index` ON `payments` (`status`,`createdAt`,`id`);
