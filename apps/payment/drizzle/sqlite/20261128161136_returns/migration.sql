ALTER TABLE `payments` ADD `progress` text;
--> statement-breakpoint
ALTER TABLE `payments_2` ADD `progress` text;
