import { CommandFailure } from '../failures/command-failure';

/**
 * Values of an NDJSON body in order.
 * @throws CommandFailure when the stream breaks off: an incomplete trail must never look like a complete one.
 */
export async function* readLines(body: AsyncIterable<Uint8Array>, url: string): AsyncGenerator {
  const decoder = new TextDecoder();
  let rest = '';
  let count = 0;
  try {
    for await (const chunk of body) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines.filter((each) => each !== '')) {
        yield JSON.parse(line) as unknown;
        count += 1;
      }
    }
    if (rest.trim() !== '') yield JSON.parse(rest) as unknown;
  } catch (cause) {
    if (cause instanceof CommandFailure) throw cause;
    throw new CommandFailure(
      'STREAM_BROKEN',
      `Dữ liệu từ ${url} bị ngắt sau ${count} dòng, kết quả chưa đầy đủ. Hãy chạy lại lệnh.`,
    );
  }
}
