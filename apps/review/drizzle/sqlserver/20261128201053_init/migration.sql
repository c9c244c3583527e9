CREATE TABLE [projection_checkpoints] (
	[projection] nvarchar(64) collate Latin1_General_100_BIN2,
	[category] nvarchar(64) collate Latin1_General_100_BIN2,
	[partition] int,
	[epoch] bigint NOT NULL,
	[pos] bigint NOT NULL,
	[eventId] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [projection_checkpoints_pk] PRIMARY KEY([projection],[category],[partition])
);

--> statement-breakpoint
CREATE TABLE [projection_generations] (
	[projection] nvarchar(64) collate Latin1_General_100_BIN2,
	[serving] int NOT NULL,
	[rebuild] char(36) collate Latin1_General_100_BIN2,
	[switchedAt] datetime2(3),
	CONSTRAINT [projection_generations_pk] PRIMARY KEY([projection])
);

--> statement-breakpoint
CREATE TABLE [projection_parked] (
	[projection] nvarchar(64) collate Latin1_General_100_BIN2,
	[category] nvarchar(64) collate Latin1_General_100_BIN2,
	[aggregateId] nvarchar(200) collate Latin1_General_100_BIN2,
	[epoch] bigint NOT NULL,
	[pos] bigint NOT NULL,
	[eventId] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	CONSTRAINT [projection_parked_pk] PRIMARY KEY([projection],[category],[aggregateId])
);

--> statement-breakpoint
CREATE TABLE [ratings] (
	[productId] char(36) collate Latin1_General_100_BIN2,
	[one] int NOT NULL,
	[two] int NOT NULL,
	[three] int NOT NULL,
	[four] int NOT NULL,
	[five] int NOT NULL,
	CONSTRAINT [ratings_pk] PRIMARY KEY([productId])
);

--> statement-breakpoint
CREATE TABLE [reviews] (
	[id] char(36) collate Latin1_General_100_BIN2,
	[productId] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[customerId] nvarchar(128) collate Latin1_General_100_BIN2 NOT NULL,
	[rating] int NOT NULL,
	[title] nvarchar(200) collate Latin1_General_CI_AS NOT NULL,
	[text] nvarchar(4000) collate Latin1_General_CI_AS NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	[reason] nvarchar(1000) collate Latin1_General_CI_AS,
	[verified] bit NOT NULL,
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [reviews_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE TABLE [ratings_2] (
	[productId] char(36) collate Latin1_General_100_BIN2,
	[one] int NOT NULL,
	[two] int NOT NULL,
	[three] int NOT NULL,
	[four] int NOT NULL,
	[five] int NOT NULL,
	CONSTRAINT [ratings_2_pk] PRIMARY KEY([productId])
);

--> statement-breakpoint
CREATE TABLE [reviews_2] (
	[id] char(36) collate Latin1_General_100_BIN2,
	[productId] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[customerId] nvarchar(128) collate Latin1_General_100_BIN2 NOT NULL,
	[rating] int NOT NULL,
	[title] nvarchar(200) collate Latin1_General_CI_AS NOT NULL,
	[text] nvarchar(4000) collate Latin1_General_CI_AS NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	[reason] nvarchar(1000) collate Latin1_General_CI_AS,
	[verified] bit NOT NULL,
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [reviews_2_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE INDEX [reviews_createdAt_id_index] ON [reviews] ([createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [reviews_updatedAt_id_index] ON [reviews] ([updatedAt],[id]);
--> statement-breakpoint
CREATE INDEX [reviews_rating_id_index] ON [reviews] ([rating],[id]);
--> statement-breakpoint
CREATE INDEX [reviews_productId_status_createdAt_id_index] ON [reviews] ([productId],[status],[createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [reviews_customerId_createdAt_id_index] ON [reviews] ([customerId],[createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [reviews_status_createdAt_id_index] ON [reviews] ([status],[createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [reviews_2_createdAt_id_index] ON [reviews_2] ([createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [reviews_2_updatedAt_id_index] ON [reviews_2] ([updatedAt],[id]);
--> statement-breakpoint
CREATE INDEX [reviews_2_rating_id_index] ON [reviews_2] ([rating],[id]);
--> statement-breakpoint
CREATE INDEX [reviews_2_productId_status_createdAt_id_index] ON [reviews_2] ([productId],[status],[createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [reviews_2_customerId_createdAt_id_index] ON [reviews_2] ([customerId],[createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [reviews_2_status_createdAt_id_index] ON [reviews_2] ([status],[createdAt],[id]);
