CREATE TABLE [sales] (
	[id] nvarchar(64) collate Latin1_General_100_BIN2,
	[day] nvarchar(10) collate Latin1_General_100_BIN2 NOT NULL,
	[productId] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[units] bigint NOT NULL,
	[amount] bigint NOT NULL,
	CONSTRAINT [sales_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE TABLE [sales_2] (
	[id] nvarchar(64) collate Latin1_General_100_BIN2,
	[day] nvarchar(10) collate Latin1_General_100_BIN2 NOT NULL,
	[productId] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[units] bigint NOT NULL,
	[amount] bigint NOT NULL,
	CONSTRAINT [sales_2_pk] PRIMARY KEY([id])
);

