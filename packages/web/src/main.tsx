import { createRoot } from 'react-dom/client';
import { forgetWithOthers } from './api/forget-everything.ts';
import { App } from './app/app.tsx';
import { loadPage } from './app/load-page.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');
loadPage();
forgetWithOthers();
createRoot(root).render(<App />);
