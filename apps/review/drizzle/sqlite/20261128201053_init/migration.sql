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
CREATE TABLE `ratings` (
	`productId` text NOT NULL,
	`one` integer NOT NULL,
	`two` integer NOT NULL,
	`three` integer NOT NULL,
	`four` integer NOT NULL,
	`five` integer NOT NULL,
	CONSTRAINT `ratings_pk` PRIMARY KEY(`productId`)
);

--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text NOT NULL,
	`productId` text NOT NULL,
	`customerId` text NOT NULL,
	`rating` integer NOT NULL,
	`title` text collate nocase NOT NULL,
	`text` text collate nocase NOT NULL,
	`status` text NOT NULL,
	`reason` text collate nocase,
	`verified` integer NOT NULL,
	`version` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `reviews_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE TABLE `ratings_2` (
	`productId` text NOT NULL,
	`one` integer NOT NULL,
	`two` integer NOT NULL,
	`three` integer NOT NULL,
	`four` integer NOT NULL,
	`five` integer NOT NULL,
	CONSTRAINT `ratings_2_pk` PRIMARY KEY(`productId`)
);

--> statement-breakpoint
CREATE TABLE `reviews_2` (
	`id` text NOT NULL,
	`productId` text NOT NULL,
	`customerId` text NOT NULL,
	`rating` integer NOT NULL,
	`title` text collate nocase NOT NULL,
	`text` text collate nocase NOT NULL,
	`status` text NOT NULL,
	`reason` text collate nocase,
	`verified` integer NOT NULL,
	`version` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `reviews_2_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE INDEX `reviews_createdAt_id_index` ON `reviews` (`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_updatedAt_id_index` ON `reviews` (`updatedAt`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_rating_id_index` ON `reviews` (`rating`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_productId_status_createdAt_id_index` ON `reviews` (`productId`,`status`,`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_customerId_createdAt_id_index` ON `reviews` (`customerId`,`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_status_createdAt_id_index` ON `reviews` (`status`,`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_2_createdAt_id_index` ON `reviews_2` (`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_2_updatedAt_id_index` ON `reviews_2` (`updatedAt`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_2_rating_id_index` ON `reviews_2` (`rating`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_2_productId_status_createdAt_id_index` ON `reviews_2` (`productId`,`status`,`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_2_customerId_createdAt_id_index` ON `reviews_2` (`customerId`,`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_2_status_createdAt_id_index` ON `reviews_2` (`status`,`createdAt`,`id`);
