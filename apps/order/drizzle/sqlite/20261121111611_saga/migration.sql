ALTER TABLE `orders` ADD `progress` text;
