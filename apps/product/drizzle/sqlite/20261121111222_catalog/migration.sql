-- The products are made anew from the log: there is no value for the new columns but the events'.
DROP INDEX IF EXISTS `products_sku_unique`;
--> statement-breakpoint
DROP INDEX IF EXISTS `products_createdAt_id_index`;
--> statement-breakpoint
DROP INDEX IF EXISTS `products_updatedAt_id_index`;
--> statement-breakpoint
DROP INDEX IF EXISTS `products_name_id_index`;
--> statement-breakpoint
DROP INDEX IF EXISTS `products_sku_id_index`;
--> statement-breakpoint
DROP INDEX IF EXISTS `products_priceAmount_id_index`;
--> statement-breakpoint
DROP INDEX IF EXISTS `products_category_createdAt_id_index`;
--> statement-breakpoint
DROP INDEX IF EXISTS `products_status_createdAt_id_index`;
--> statement-breakpoint
DROP TABLE `products`;
--> statement-breakpoint
DELETE FROM `projection_checkpoints` WHERE `projection` = 'products';
--> statement-breakpoint
CREATE TABLE `products` (
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
	CONSTRAINT `products_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE TABLE `product_attributes` (
	`productId` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT `product_attributes_pk` PRIMARY KEY(`productId`, `name`, `value`)
);

--> statement-breakpoint
CREATE TABLE `categories` (
	`id` text NOT NULL,
	`key` text NOT NULL,
	`name` text collate nocase NOT NULL,
	`parentId` text,
	`version` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `categories_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `products_sku_unique` ON `products` (`sku`);
--> statement-breakpoint
CREATE INDEX `products_createdAt_id_index` ON `products` (`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `products_updatedAt_id_index` ON `products` (`updatedAt`,`id`);
--> statement-breakpoint
CREATE INDEX `products_name_id_index` ON `products` (`name`,`id`);
--> statement-breakpoint
CREATE INDEX `products_sku_id_index` ON `products` (`sku`,`id`);
--> statement-breakpoint
CREATE INDEX `products_priceAmount_id_index` ON `products` (`priceAmount`,`id`);
--> statement-breakpoint
CREATE INDEX `products_category_createdAt_id_index` ON `products` (`category`,`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `products_status_createdAt_id_index` ON `products` (`status`,`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `products_status_category_index` ON `products` (`status`,`category`);
--> statement-breakpoint
CREATE INDEX `products_variantOf_createdAt_id_index` ON `products` (`variantOf`,`createdAt`,`id`);
--> statement-breakpoint
CREATE INDEX `product_attributes_name_value_productId_index` ON `product_attributes` (`name`,`value`,`productId`);
--> statement-breakpoint
CREATE UNIQUE INDEX `categories_key_unique` ON `categories` (`key`);
--> statement-breakpoint
CREATE INDEX `categories_key_id_index` ON `categories` (`key`,`id`);
--> statement-breakpoint
CREATE INDEX `categories_name_id_index` ON `categories` (`name`,`id`);
--> statement-breakpoint
CREATE INDEX `categories_createdAt_id_index` ON `categories` (`createdAt`,`id`);
