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
CREATE TABLE `inventories_2` (
	`productId` text NOT NULL,
	`sku` text NOT NULL,
	`onHand` integer NOT NULL,
	`reserved` integer NOT NULL,
	`available` integer NOT NULL,
	`version` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `inventories_2_pk` PRIMARY KEY(`productId`)
);

--> statement-breakpoint
CREATE TABLE `reservations_2` (
	`orderId` text NOT NULL,
	`status` text NOT NULL,
	`lines` text NOT NULL,
	`shortages` text,
	`expiresAt` integer,
	`version` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT `reservations_2_pk` PRIMARY KEY(`orderId`)
);

--> statement-breakpoint
CREATE INDEX `inventories_2_createdAt_productId_index` ON `inventories_2` (`createdAt`,`productId`);
--> statement-breakpoint
CREATE INDEX `inventories_2_updatedAt_productId_index` ON `inventories_2` (`updatedAt`,`productId`);
--> statement-breakpoint
CREATE INDEX `inventories_2_sku_productId_index` ON `inventories_2` (`sku`,`productId`);
--> statement-breakpoint
CREATE INDEX `inventories_2_onHand_productId_index` ON `inventories_2` (`onHand`,`productId`);
--> statement-breakpoint
CREATE INDEX `inventories_2_available_productId_index` ON `inventories_2` (`available`,`productId`);
