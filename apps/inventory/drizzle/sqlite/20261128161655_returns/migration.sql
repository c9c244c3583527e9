-- The reservations are made anew from the log: what really came back follows from their events.
DELETE FROM `reservations`;
--> statement-breakpoint
DELETE FROM `reservations_2`;
--> statement-breakpoint
DELETE FROM `projection_checkpoints` WHERE `projection` IN ('reservations', 'reservations_2');
--> statement-breakpoint
DELETE FROM `projection_parked` WHERE `projection` IN ('reservations', 'reservations_2');
--> statement-breakpoint
ALTER TABLE `reservations` ADD `restocked` text;
--> statement-breakpoint
ALTER TABLE `reservations_2` ADD `restocked` text;
