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
CREATE TABLE [payments_2] (
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
	CONSTRAINT [payments_2_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE INDEX [payments_2_createdAt_id_index] ON [payments_2] ([createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [payments_2_updatedAt_id_index] ON [payments_2] ([updatedAt],[id]);
--> statement-breakpoint
CREATE INDEX [payments_2_amount_id_index] ON [payments_2] ([amount],[id]);
--> statement-breakpoint
CREATE INDEX [payments_2_orderId_id_index] ON [payments_2] ([orderId],[id]);
--> statement-breakpoint
CREATE INDEX [payments_2_customerId_createdAt_id_index] ON [payments_2] ([customerId],[createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [payments_2_status_createdAt_id_index] ON [payments_2] ([status],[createdAt],[id]);
