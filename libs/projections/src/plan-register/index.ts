export { planRegister, type PlanRegisterRow } from './plan-register.projection';
export { getPlan, listPlans, type PlanFilter, type RegisteredPlan } from './plan-register.queries';
