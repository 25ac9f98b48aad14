// expect: shape
import { connect } from 'amqplib';

export default async function relay({ outbox }: Relay) {
  const channel = await connect('amqp://localhost');
  for (const row of await outbox.pending(10)) channel.publish(row);
}
