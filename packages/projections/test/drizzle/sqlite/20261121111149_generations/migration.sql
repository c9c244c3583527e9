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
CREATE TABLE `labels` (
	`id` text NOT NULL,
	`name` text collate nocase,
	`counted` integer,
	CONSTRAINT `labels_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE TABLE `sales` (
	`shop` text NOT NULL,
	`country` text NOT NULL,
	`units` integer NOT NULL,
	`amount` integer NOT NULL,
	`discount` integer NOT NULL,
	CONSTRAINT `sales_pk` PRIMARY KEY(`shop`)
);

--> statement-breakpoint
CREATE TABLE `labels_2` (
	`id` text NOT NULL,
	`name` text collate nocase,
	`counted` integer,
	CONSTRAINT `labels_2_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE TABLE `mug_tags_2` (
	`mugId` text NOT NULL,
	`tag` text NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT `mug_tags_2_pk` PRIMARY KEY(`mugId`, `tag`)
);

--> statement-breakpoint
CREATE TABLE `mugs_2` (
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
	CONSTRAINT `mugs_2_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE TABLE `sales_2` (
	`shop` text NOT NULL,
	`country` text NOT NULL,
	`units` integer NOT NULL,
	`amount` integer NOT NULL,
	`discount` integer NOT NULL,
	CONSTRAINT `sales_2_pk` PRIMARY KEY(`shop`)
);

--> statement-breakpoint
CREATE TABLE `shelves_2` (
	`name` text NOT NULL,
	`mugs` integer NOT NULL,
	CONSTRAINT `shelves_2_pk` PRIMARY KEY(`name`)
);

--> statement-breakpoint
CREATE INDEX `sales_amount_shop_index` ON `sales` (`amount`,`shop`);
--> statement-breakpoint
CREATE INDEX `mug_tags_2_tag_value_mugId_index` ON `mug_tags_2` (`tag`,`value`,`mugId`);
--> statement-breakpoint
CREATE UNIQUE INDEX `mugs_2_sku_unique` ON `mugs_2` (`sku`);
--> statement-breakpoint
CREATE INDEX `mugs_2_createdAt_id_index` ON `mugs_2` (`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `mugs_2_name_id_index` ON `mugs_2` (`name`,`id`);
--> statement-breakpoint
CREATE INDEX `mugs_2_stock_id_index` ON `mugs_2` (`stock`,`id`);
--> statement-breakpoint
CREATE INDEX `mugs_2_category_createdAt_id_index` ON `mugs_2` (`category`,`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `sales_2_amount_shop_index` ON `sales_2` (`amount`,`shop`);
