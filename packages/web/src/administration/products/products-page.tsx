import { useGet } from '../../api/use-get.ts';
import type { Gives } from '@tamarack/contract';
import type { Column } from '../../ui/data-table/column.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { NewProductForm } from './new-product-form.tsx';

type Product = Gives<'GET /products'>['rows'][number];

const columns: readonly Column<Product>[] = [
  { id: 'name', header: 'Product', cell: ({ name }) => name, sortBy: ({ name }) => name, width: '34%' },
  { id: 'says', header: 'What it is', cell: ({ says }) => says ?? '–' },
];

/** What customers hold licences for. */
export function ProductsPage() {
  const products = useGet('GET /products', {});
  return (
    <>
      <Section title="Products" says="What customers hold licences for" flush>
        <QueryState query={products}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState title="No products yet">
                A licence is a customer’s right to use a product; name the products here first.
              </EmptyState>
            ) : (
              <DataTable label="Products" columns={columns} rows={rows} rowId={({ id }) => id} />
            )
          }
        </QueryState>
      </Section>
      <Section title="A new product">
        <NewProductForm />
      </Section>
    </>
  );
}
