import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { loadPage } from './app/load-page.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');
loadPage();
createRoot(root).render(<App />);
