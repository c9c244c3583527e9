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
CREATE TABLE `catalog_entries` (
	`productId` text NOT NULL,
	`sku` text NOT NULL,
	`name` text collate nocase NOT NULL,
	`priceAmount` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	CONSTRAINT `catalog_entries_pk` PRIMARY KEY(`productId`)
);

--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text NOT NULL,
	`customerId` text NOT NULL,
	`lines` text NOT NULL,
	`totalAmount` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`reason` text collate nocase,
	`shortages` text,
	`version` integer NOT NULL,
	`placedAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `orders_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `catalog_entries_sku_unique` ON `catalog_entries` (`sku`);
--> statement-breakpoint
CREATE INDEX `orders_placedAt_id_index` ON `orders` (`placedAt`,`id`);
--> statement-breakpoint
CREATE INDEX `orders_updatedAt_id_index` ON `orders` (`updatedAt`,`id`);
--> statement-breakpoint
CREATE INDEX `orders_totalAmount_id_index` ON `orders` (`totalAmount`,`id`);
--> statement-breakpoint
CREATE INDEX `orders_customerId_placedAt_id_index` ON `orders` (`customerId`,`placedAt`,`id`);
--> statement-breakpoint
CREATE INDEX `orders_status_placedAt_id_index` ON `orders` (`status`,`placedAt`,`id`);
