import { z } from 'zod';
import { type Result, fail, ok } from '#lib/result.ts';

/** What `node:sqlite` throws when SQLite refuses (https://nodejs.org/api/sqlite.html). */
const sqliteErrorSchema = z.object({ code: z.literal('ERR_SQLITE_ERROR'), message: z.string() });

/** What `work` gives, or one line for the person at the terminal when SQLite cannot work with the file. */
export async function orDamaged<T>(file: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    const refused = sqliteErrorSchema.safeParse(error);
    if (!refused.success) throw error;
    return fail(
      `${file} cannot be used as Postil’s database: ${refused.data.message}. Put a copy of it back, or move it away to begin anew.`,
    );
  }
}
