-- The products are made anew from the log: what they are searched by follows from their events. (SQLite adds no
-- required column without a default, also where there are no rows.)
DELETE FROM `products`;
--> statement-breakpoint
DELETE FROM `products_2`;
--> statement-breakpoint
DELETE FROM `product_attributes`;
--> statement-breakpoint
DELETE FROM `product_attributes_2`;
--> statement-breakpoint
DELETE FROM `projection_checkpoints` WHERE `projection` IN ('products', 'products_2');
--> statement-breakpoint
DELETE FROM `projection_parked` WHERE `projection` IN ('products', 'products_2');
--> statement-breakpoint
ALTER TABLE `products` ADD `search` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `products_2` ADD `search` text DEFAULT '' NOT NULL;
