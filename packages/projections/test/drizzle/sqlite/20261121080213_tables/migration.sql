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
CREATE TABLE `mugs` (
	`id` text NOT NULL,
	`sku` text NOT NULL,
	`name` text collate nocase NOT NULL,
	`priceAmount` integer NOT NULL,
	`currency` text NOT NULL,
	`stock` integer NOT NULL,
	`fragile` integer NOT NULL,
	`attributes` text NOT NULL,
	`category` text,
	`note` text collate nocase,
	`version` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`soldAt` integer,
	CONSTRAINT `mugs_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE TABLE `shelves` (
	`name` text NOT NULL,
	`mugs` integer NOT NULL,
	CONSTRAINT `shelves_pk` PRIMARY KEY(`name`)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `mugs_sku_unique` ON `mugs` (`sku`);
--> statement-breakpoint
CREATE INDEX `mugs_createdAt_id_index` ON `mugs` (`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `mugs_name_id_index` ON `mugs` (`name`,`id`);
--> statement-breakpoint
CREATE INDEX `mugs_stock_id_index` ON `mugs` (`stock`,`id`);
--> statement-breakpoint
CREATE INDEX `mugs_category_createdAt_id_index` ON `mugs` (`category`,`createdAt`,`id`);
