CREATE TABLE [mug_tags] (
	[mugId] char(36) collate Latin1_General_100_BIN2,
	[tag] nvarchar(64) collate Latin1_General_100_BIN2,
	[value] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	CONSTRAINT [mug_tags_pk] PRIMARY KEY([mugId],[tag])
);

--> statement-breakpoint
CREATE INDEX [mug_tags_tag_value_mugId_index] ON [mug_tags] ([tag],[value],[mugId]);
