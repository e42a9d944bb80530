import '@fontsource-variable/golos-text/index.css';
import './parts/tokens.css';
import './parts/base.css';
import './parts/controls.css';
import './parts/lists.css';
import './parts/data-table/data-table.css';
import './parts/sheet.css';
import './parts/boards.css';
import './frame/frame.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchTab } from './parts/keys.js';
import { applyAppearance } from './frame/appearance.js';
import { App } from './app.js';
import { speak } from './words/words.js';

applyAppearance();
await speak();
watchTab();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
