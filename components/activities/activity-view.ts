import type { ComponentType } from 'react';
import type { WorkbenchProps } from '@/components/workbench/workbench';

/** Draws one kind of activity: everything but its words is the workbench's. */
export type ActivityView = ComponentType<Omit<WorkbenchProps, 'words'>>;
