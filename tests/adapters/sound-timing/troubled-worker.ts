/** A worker with a trouble of its own, named in its URL's query: it stands for one that a browser kills or a bug stops. */
const trouble = new URL(location.href).searchParams.get('trouble');

addEventListener('message', () => {
  if (trouble === 'throws') throw new Error('out of memory');
  if (trouble === 'talks nonsense') postMessage({ kind: 'hello' });
  if (trouble === 'stops in the middle') postMessage({ kind: 'progress', ratio: 0.4 });
});

export {};
