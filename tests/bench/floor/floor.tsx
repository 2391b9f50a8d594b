import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';

function Heading() {
  const { data } = useQuery({
    queryKey: ['heading'],
    queryFn: () => Promise.resolve('A heading of a few words'),
  });
  return <h1>{data}</h1>;
}

/** The least that an app of these libraries can be: one heading, from a query, behind a route. */
const router = createBrowserRouter([{ path: '*', Component: Heading }]);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
