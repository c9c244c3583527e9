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
CREATE TABLE `categories_2` (
	`id` text NOT NULL,
	`key` text NOT NULL,
	`name` text collate nocase NOT NULL,
	`parentId` text,
	`version` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `categories_2_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE TABLE `product_attributes_2` (
	`productId` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT `product_attributes_2_pk` PRIMARY KEY(`productId`, `name`, `value`)
);

--> statement-breakpoint
CREATE TABLE `products_2` (
	`id` text NOT NULL,
	`sku` text NOT NULL,
	`name` text collate nocase NOT NULL,
	`description` text collate nocase NOT NULL,
	`category` text,
	`attributes` text NOT NULL,
	`media` text NOT NULL,
	`options` text NOT NULL,
	`variants` text NOT NULL,
	`variantOf` text,
	`choices` text NOT NULL,
	`priceAmount` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `products_2_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `categories_2_key_unique` ON `categories_2` (`key`);
--> statement-breakpoint
CREATE INDEX `categories_2_key_id_index` ON `categories_2` (`key`,`id`);
--> statement-breakpoint
CREATE INDEX `categories_2_name_id_index` ON `categories_2` (`name`,`id`);
--> statement-breakpoint
CREATE INDEX `categories_2_createdAt_id_index` ON `categories_2` (`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `product_attributes_2_name_value_productId_index` ON `product_attributes_2` (`name`,`value`,`productId`);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_2_sku_unique` ON `products_2` (`sku`);
--> statement-breakpoint
CREATE INDEX `products_2_createdAt_id_index` ON `products_2` (`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `products_2_updatedAt_id_index` ON `products_2` (`updatedAt`,`id`);
--> statement-breakpoint
CREATE INDEX `products_2_name_id_index` ON `products_2` (`name`,`id`);
--> statement-breakpoint
CREATE INDEX `products_2_sku_id_index` ON `products_2` (`sku`,`id`);
--> statement-breakpoint
CREATE INDEX `products_2_priceAmount_id_index` ON `products_2` (`priceAmount`,`id`);
--> statement-breakpoint
CREATE INDEX `products_2_category_createdAt_id_index` ON `products_2` (`category`,`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `products_2_status_createdAt_id_index` ON `products_2` (`status`,`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `products_2_status_category_index` ON `products_2` (`status`,`category`);
--> statement-breakpoint
CREATE INDEX `products_2_variantOf_createdAt_id_index` ON `products_2` (`variantOf`,`createdAt`,`id`);
