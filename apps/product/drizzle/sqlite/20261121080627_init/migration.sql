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
CREATE TABLE `products` (
	`id` text NOT NULL,
	`sku` text NOT NULL,
	`name` text collate nocase NOT NULL,
	`description` text collate nocase NOT NULL,
	`category` text collate nocase,
	`attributes` text NOT NULL,
	`priceAmount` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `products_pk` PRIMARY KEY(`id`)
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
