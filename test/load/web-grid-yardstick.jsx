// The yardstick of the worklist: TanStack Virtual, rows of the same cells at fixed places, and nothing around them. It
// loads the same rows and follows the same changes. Bundled by web-grid.ts.
import { memo, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useVirtualizer } from '@tanstack/react-virtual';

const ROW_PX = 32;

const Row = memo(function Row({ row, place, current }) {
  const { appeal, executor, department } = row;
  return (
    <div
      className={current ? 'row is-cursor' : 'row'}
      aria-rowindex={place + 2}
      style={{ transform: `translateY(${place * ROW_PX}px)` }}
    >
      <span>
        <input type="checkbox" tabIndex={-1} aria-label={appeal.number} />
      </span>
      <a href="#row">{appeal.number}</a>
      <span>{appeal.registeredOn.slice(5)}</span>
      <span>{appeal.channel}</span>
      <span>
        <b>{row.excerpt}</b> {appeal.settlement.name}
      </span>
      <span>
        {executor?.name} {department.name}
      </span>
      <span>{row.response?.state ?? row.state}</span>
      <span>{row.dueOn}</span>
      <span>{row.dueOn.slice(5)}</span>
    </div>
  );
});

function List({ rows, follow }) {
  const scroller = useRef(null);
  const [cursor, setCursor] = useState(0);
  const [, changed] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    useFlushSync: false,
  });
  useEffect(() => follow((id, row) => rows.set(id, row) && changed((count) => count + 1)), [rows, follow]);
  useEffect(() => {
    const move = (event) => {
      if (event.code !== 'ArrowDown') return;
      event.preventDefault();
      setCursor((at) => at + 1);
    };
    addEventListener('keydown', move);
    return () => removeEventListener('keydown', move);
  }, []);
  useEffect(() => virtual.scrollToIndex(cursor, { align: 'auto' }), [cursor, virtual]);
  return (
    <div className="scroll" ref={scroller}>
      <div style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index }) => (
          <Row key={index} row={rows.at(index)} place={index} current={index === cursor} />
        ))}
      </div>
    </div>
  );
}

function storeOf(nodes) {
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  return {
    length: nodes.length,
    at: (place) => nodes[place],
    set: (id, row) => (nodes[places.get(id)] = row),
  };
}

function follow(take) {
  const socket = new WebSocket(`ws://${location.host}/graphql`, 'graphql-transport-ws');
  const send = (message) => socket.send(JSON.stringify(message));
  socket.onopen = () => send({ type: 'connection_init' });
  socket.onmessage = ({ data }) => {
    const { type, payload } = JSON.parse(data);
    if (type === 'connection_ack')
      send({ id: '1', type: 'subscribe', payload: { operationName: 'WorklistQuestionChanges' } });
    if (type === 'next') take(payload.data.questionChanges.id, payload.data.questionChanges.row);
  };
  return () => socket.close();
}

const response = await fetch('/graphql', {
  method: 'POST',
  body: JSON.stringify({ operationName: 'WorklistQuestions' }),
});
const { data } = await response.json();
createRoot(document.getElementById('root')).render(<List rows={storeOf(data.questions.nodes)} follow={follow} />);
