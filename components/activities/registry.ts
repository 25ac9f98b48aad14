import type { ActivityView } from './activity-view';
import { CodeActivity } from './code/code-activity';
import { DesignActivity } from './design/design-activity';
import { OrderActivity } from './order/order-activity';
import { PredictActivity } from './predict/predict-activity';
import { QuizActivity } from './quiz/quiz-activity';
import { ScenarioActivity } from './scenario/scenario-activity';
import { SchemaActivity } from './schema/schema-activity';
import { SqlActivity } from './sql/sql-activity';

/** Every kind of activity that the page can draw, by the name that lib/activities/registry knows it by. */
export const activityViews: Readonly<Record<string, ActivityView>> = {
  schema: SchemaActivity,
  code: CodeActivity,
  design: DesignActivity,
  scenario: ScenarioActivity,
  quiz: QuizActivity,
  predict: PredictActivity,
  order: OrderActivity,
  sql: SqlActivity,
};
