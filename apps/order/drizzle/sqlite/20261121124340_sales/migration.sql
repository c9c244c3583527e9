CREATE TABLE `sales` (
	`id` text NOT NULL,
	`day` text NOT NULL,
	`productId` text NOT NULL,
	`sku` text NOT NULL,
	`currency` text NOT NULL,
	`units` integer NOT NULL,
	`amount` integer NOT NULL,
	CONSTRAINT `sales_pk` PRIMARY KEY(`id`)
);

--> statement-breakpoint
CREATE TABLE `sales_2` (
	`id` text NOT NULL,
	`day` text NOT NULL,
	`productId` text NOT NULL,
	`sku` text NOT NULL,
	`currency` text NOT NULL,
	`units` integer NOT NULL,
	`amount` integer NOT NULL,
	CONSTRAINT `sales_2_pk` PRIMARY KEY(`id`)
);

