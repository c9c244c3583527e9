/** The product service: what can be sold, and the tree that it is sorted into. */
import { defineService } from '@quickmart/service';
import { products } from './catalog.ts';
import { categoryList } from './categories.ts';
import { categoryTree } from './category.ts';
import { categoryRoutes } from './category-routes.ts';
import { importRoutes } from './import/route.ts';
import { problems } from './problems.ts';
import { product } from './product.ts';
import { routes } from './routes.ts';
import { stock } from './stock.ts';

export default defineService({
  name: 'product',
  port: 3001,
  title: 'QuickMart products',
  description: 'The catalog: products, their prices and their history.',
  tags: [
    { name: 'Products', description: 'What can be sold' },
    { name: 'Categories', description: 'The tree that products are sorted into' },
  ],
  aggregates: [product, categoryTree],
  readModels: [products, categoryList, stock],
  problems,
  routes: [routes, importRoutes, categoryRoutes],
});
