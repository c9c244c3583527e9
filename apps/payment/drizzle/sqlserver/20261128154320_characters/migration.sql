CREATE TABLE [payments_new] (
	[id] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[orderId] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[customerId] nvarchar(128) collate Latin1_General_100_BIN2 NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	[amount] bigint NOT NULL,
	[captured] bigint NOT NULL,
	[refunded] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[provider] nvarchar(32) collate Latin1_General_100_BIN2 NOT NULL,
	[providerRef] nvarchar(510) collate Latin1_General_CI_AS,
	[reason] nvarchar(1000) collate Latin1_General_CI_AS,
	[version] int NOT NULL,
	[expiresAt] datetime2(3) NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL
);

--> statement-breakpoint
INSERT INTO [payments_new] ([id], [orderId], [customerId], [status], [amount], [captured], [refunded], [currency], [provider], [providerRef], [reason], [version], [expiresAt], [createdAt], [updatedAt]) SELECT [id], [orderId], [customerId], [status], [amount], [captured], [refunded], [currency], [provider], [providerRef], [reason], [version], [expiresAt], [createdAt], [updatedAt] FROM [payments];
--> statement-breakpoint
DROP TABLE [payments];
--> statement-breakpoint
EXEC sp_rename 'payments_new', 'payments', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [payments] ADD CONSTRAINT [payments_pk] PRIMARY KEY ([id]);
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
--> statement-breakpoint
CREATE TABLE [payments_2_new] (
	[id] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[orderId] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[customerId] nvarchar(128) collate Latin1_General_100_BIN2 NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	[amount] bigint NOT NULL,
	[captured] bigint NOT NULL,
	[refunded] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[provider] nvarchar(32) collate Latin1_General_100_BIN2 NOT NULL,
	[providerRef] nvarchar(510) collate Latin1_General_CI_AS,
	[reason] nvarchar(1000) collate Latin1_General_CI_AS,
	[version] int NOT NULL,
	[expiresAt] datetime2(3) NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL
);

--> statement-breakpoint
INSERT INTO [payments_2_new] ([id], [orderId], [customerId], [status], [amount], [captured], [refunded], [currency], [provider], [providerRef], [reason], [version], [expiresAt], [createdAt], [updatedAt]) SELECT [id], [orderId], [customerId], [status], [amount], [captured], [refunded], [currency], [provider], [providerRef], [reason], [version], [expiresAt], [createdAt], [updatedAt] FROM [payments_2];
--> statement-breakpoint
DROP TABLE [payments_2];
--> statement-breakpoint
EXEC sp_rename 'payments_2_new', 'payments_2', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [payments_2] ADD CONSTRAINT [payments_2_pk] PRIMARY KEY ([id]);
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
