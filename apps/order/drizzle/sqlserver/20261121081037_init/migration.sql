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
CREATE TABLE [catalog_entries] (
	[productId] char(36) collate Latin1_General_100_BIN2,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(200) collate Latin1_General_CI_AS NOT NULL,
	[priceAmount] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	CONSTRAINT [catalog_entries_pk] PRIMARY KEY([productId])
);

--> statement-breakpoint
CREATE TABLE [orders] (
	[id] char(36) collate Latin1_General_100_BIN2,
	[customerId] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[lines] nvarchar(max) NOT NULL,
	[totalAmount] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	[reason] nvarchar(500) collate Latin1_General_CI_AS,
	[shortages] nvarchar(max),
	[version] int NOT NULL,
	[placedAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [orders_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE UNIQUE INDEX [catalog_entries_sku_unique] ON [catalog_entries] ([sku]);
--> statement-breakpoint
CREATE INDEX [orders_placedAt_id_index] ON [orders] ([placedAt],[id]);
--> statement-breakpoint
CREATE INDEX [orders_updatedAt_id_index] ON [orders] ([updatedAt],[id]);
--> statement-breakpoint
CREATE INDEX [orders_totalAmount_id_index] ON [orders] ([totalAmount],[id]);
--> statement-breakpoint
CREATE INDEX [orders_customerId_placedAt_id_index] ON [orders] ([customerId],[placedAt],[id]);
--> statement-breakpoint
CREATE INDEX [orders_status_placedAt_id_index] ON [orders] ([status],[placedAt],[id]);
