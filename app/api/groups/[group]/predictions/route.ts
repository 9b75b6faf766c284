import { asUser } from '#server/http/as-user.ts';
import { figuresAnswer } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

type Context = { params: Promise<{ group: string }> };

export function GET(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const { group } = await params;
    return figuresAnswer(await runtime().readings.predictionsOfGroup(user, group));
  });
}
