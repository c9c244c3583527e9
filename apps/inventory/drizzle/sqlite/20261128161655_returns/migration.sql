ALTER TABLE `reservations` ADD `restocked` text;
--> statement-breakpoint
ALTER TABLE `reservations_2` ADD `restocked` text;
