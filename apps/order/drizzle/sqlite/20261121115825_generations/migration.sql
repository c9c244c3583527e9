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
CREATE TABLE `catalog_entries_2` (
	`productId` text NOT NULL,
	`sku` text NOT NULL,
	`name` text collate nocase NOT NULL,
	`priceAmount` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	CONSTRAINT `catalog_entries_2_pk` PRIMARY KEY(`productId`)
);

--> statement-breakpoint
CREATE TABLE `orders_2` (
	`id` text NOT NULL,
	`customerId` text NOT NULL,
	`lines` text NOT NULL,
	`totalAmount` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`reason` text collate nocase,
	`shortages` text,
	`progress` text,
	`version` integer NOT NULL,
	`placedAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `orders_2_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `catalog_entries_2_sku_unique` ON `catalog_entries_2` (`sku`);
--> statement-breakpoint
CREATE INDEX `orders_2_placedAt_id_index` ON `orders_2` (`placedAt`,`id`);
--> statement-breakpoint
CREATE INDEX `orders_2_updatedAt_id_index` ON `orders_2` (`updatedAt`,`id`);
--> statement-breakpoint
CREATE INDEX `orders_2_totalAmount_id_index` ON `orders_2` (`totalAmount`,`id`);
--> statement-breakpoint
CREATE INDEX `orders_2_customerId_placedAt_id_index` ON `orders_2` (`customerId`,`placedAt`,`id`);
--> statement-breakpoint
CREATE INDEX `orders_2_status_placedAt_id_index` ON `orders_2` (`status`,`placedAt`,`id`);
