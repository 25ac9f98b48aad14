import { courseToShow } from '@/lib/content/read-course';
import { findLesson, lessonsInOrder } from '@/lib/course/find';

// What a page fetches about an activity once the learner shows interest; answers that only the gate needs stay out.

interface ActivityRoute {
  readonly params: Promise<{ readonly lesson: string; readonly activity: string }>;
}

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const course = await courseToShow();
  return lessonsInOrder(course).flatMap(({ lesson }) =>
    lesson.activities.map(({ id }) => ({ lesson: lesson.id, activity: id })),
  );
}

export async function GET(_: Request, { params }: ActivityRoute): Promise<Response> {
  const { lesson, activity: id } = await params;
  const activity = findLesson(await courseToShow(), lesson)?.lesson.activities.find((one) => one.id === id);
  if (!activity) return new Response(null, { status: 404 });
  const { solutions, answerSchema, declarations, config, scenario } = activity;
  return Response.json({ solutions, answerSchema, declarations, config, scenario });
}
