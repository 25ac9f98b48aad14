export default function relay({ outbox, broker }) {
  const next = (rows) =>
    rows.length === 0
      ? undefined
      : broker
          .publish(rows[0])
          .then(() => outbox.mark(rows[0].id))
          .then(() => next(rows.slice(1)));
  return outbox.pending(5).then(next);
}
