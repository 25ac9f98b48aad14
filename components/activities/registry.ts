import type { ActivityView } from './activity-view';
import { SchemaActivity } from './schema/schema-activity';

/** Every kind of activity that the page can draw, by the name that lib/activities/registry knows it by. */
export const activityViews: Readonly<Record<string, ActivityView>> = {
  schema: SchemaActivity,
};
