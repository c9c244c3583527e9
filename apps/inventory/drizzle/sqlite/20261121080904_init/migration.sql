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
CREATE TABLE `inventories` (
	`productId` text NOT NULL,
	`sku` text NOT NULL,
	`onHand` integer NOT NULL,
	`reserved` integer NOT NULL,
	`available` integer NOT NULL,
	`version` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `inventories_pk` PRIMARY KEY(`productId`)
);

--> statement-breakpoint
CREATE TABLE `reservations` (
	`orderId` text NOT NULL,
	`status` text NOT NULL,
	`lines` text NOT NULL,
	`shortages` text,
	`expiresAt` integer,
	`version` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `reservations_pk` PRIMARY KEY(`orderId`)
);

--> statement-breakpoint
CREATE INDEX `inventories_createdAt_productId_index` ON `inventories` (`createdAt`,`productId`);
--> statement-breakpoint
CREATE INDEX `inventories_updatedAt_productId_index` ON `inventories` (`updatedAt`,`productId`);
--> statement-breakpoint
CREATE INDEX `inventories_sku_productId_index` ON `inventories` (`sku`,`productId`);
--> statement-breakpoint
CREATE INDEX `inventories_onHand_productId_index` ON `inventories` (`onHand`,`productId`);
--> statement-breakpoint
CREATE INDEX `inventories_available_productId_index` ON `inventories` (`available`,`productId`);
