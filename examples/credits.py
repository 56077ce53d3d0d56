"""Ask what the key has left to spend, and which model suits a task."""

from apertis import Apertis

client = Apertis()

account = client.billing.credits()
left = account.payg.remaining_usd
print("There is no limit." if left is None else f"{left:.2f} US dollars are left.")
if account.subscription is not None:
    plan = account.subscription
    print(f"Of the {plan.plan_type} plan, {plan.cycle_quota_remaining} are left.")

advice = client.models.recommend(task="coding", budget="low")
print(f"{advice.model}: {advice.reason}")
for other in advice.alternatives or ():
    print(f"or {other.model}: {other.note}")
