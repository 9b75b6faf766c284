export { Client } from '#server/demo/client.ts';
