"""How large and how small a measured figure may be.

Far beyond all that is measured, and near enough to 1 that ratios, squares and sums of any two stay
finite: one figure that does not would end every aggregate over it on PostgreSQL.
"""

from __future__ import annotations

LARGEST = 1e15
#: Of figures above zero.
SMALLEST = 1e-15
