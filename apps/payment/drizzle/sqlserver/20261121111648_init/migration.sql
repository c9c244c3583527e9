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
CREATE TABLE [payments] (
	[id] char(36) collate Latin1_General_100_BIN2,
	[orderId] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[customerId] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	[amount] bigint NOT NULL,
	[captured] bigint NOT NULL,
	[refunded] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[provider] nvarchar(32) collate Latin1_General_100_BIN2 NOT NULL,
	[providerRef] nvarchar(255) collate Latin1_General_CI_AS,
	[reason] nvarchar(500) collate Latin1_General_CI_AS,
	[version] int NOT NULL,
	[expiresAt] datetime2(3) NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [payments_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE INDEX [payments_createdAt_id_index] ON [payments] ([createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [payments_updatedAt_id_index] ON [payments] ([updatedAt],[id]);
--> statement-breakpoint
CREATE INDEX [payments_amount_id_index] ON [payments] ([amount],[id]);
--> statement-breakpoint
CREATE INDEX [payments_orderId_id_index] ON [payments] ([orderId],[id]);
--> statement-breakpoint
CREATE INDEX [payments_customerId_createdAt_id_index] ON [payments] ([customerId],[createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [payments_status_createdAt_id_index] ON [payments] ([status],[createdAt],[id]);
