import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** Of the examples: whoever is signed in needs no token, and this one would be refused. */
const PLACEHOLDER = 'Bearer paste-the-token-here';
const socket = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
const tabs = JSON.parse(document.getElementById('examples').textContent);
// GraphiQL ignores the first default tab's variables; after the first visit it restores its own state.
const first = localStorage.getItem('graphiql:tabState') ? {} : { variables: tabs[0].variables };
const send = createGraphiQLFetcher({ url: '/graphql', subscriptionUrl: socket });

function fetcher(operation, options = {}) {
  const headers = Object.entries(options.headers ?? {}).filter(([, value]) => value !== PLACEHOLDER);
  return send(operation, { ...options, headers: Object.fromEntries(headers) });
}

createRoot(document.getElementById('page')).render(
  createElement(GraphiQL, {
    fetcher,
    defaultTabs: tabs,
    ...first,
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: true,
  }),
);
