"""The closed list of conditions an exercise may name in `not_if`; `journal.recovery.plan` tells whether one holds."""

from collections.abc import Mapping

CONDITIONS: Mapping[str, str] = {
    # from ratings, of today's morning or yesterday
    "site_pain_gt_2": "the sore site is over 2",
    "calf_pain_gt_2": "the calf is over 2",
    "back_of_knee_pain_gt_2": "the back of the knee is over 2",
    "outer_knee_pain_gt_2": "the outer side of the knee is over 2",
    "front_knee_pain_gt_2": "the front of the knee is over 2",
    "hamstring_pain_gt_2": "the hamstring is over 2",
    "achilles_pain_gt_2": "the Achilles is over 2",
    "hip_pain_gt_2": "the hip is over 2",
    # from the stairs test of the last week, otherwise from the ratings of the sore site
    "stairs_down_pain_gt_1": "stairs are over 1",
    "stairs_down_pain_gt_2": "stairs are over 2",
    "stairs_down_pain_gt_3": "stairs are over 3",
    # from what was recorded
    "limp": "there is a limp",
    "sudden_onset_lt_72h": "a sudden start is less than three days ago",
    "giving_way": "the knee gives way",
    "double_leg_calf_raises_lt_15": "15 easy double-leg calf raises have not been done yet",
    "single_leg_calf_raises_lt_20": "20 single-leg calf raises on each leg have not been done yet",
    "pogo_hops_not_settled": "pogo hops have not been done without a reaction",
    # what the runner said once, kept in `settings.conditions`
    "back_pain": "the back hurts",
    "shoulder_pain": "the shoulder hurts",
    "wrist_pain": "the wrist hurts",
    "kneeling_pain": "kneeling hurts",
    "deep_bend_pain": "bending the knee deeply hurts",
    "straightening_pain": "straightening the knee hurts",
    "foot_cramp": "the foot cramps",
}
"""Names, each with the words that end "no … while"."""
