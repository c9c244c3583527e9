CREATE TABLE `mug_tags` (
	`mugId` text NOT NULL,
	`tag` text NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT `mug_tags_pk` PRIMARY KEY(`mugId`, `tag`)
);

--> statement-breakpoint
CREATE INDEX `mug_tags_tag_value_mugId_index` ON `mug_tags` (`tag`,`value`,`mugId`);
