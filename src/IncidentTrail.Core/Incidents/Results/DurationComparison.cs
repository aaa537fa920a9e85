using System.Dynamic;
using System.Linq.Expressions;
using System.Reflection;

namespace IncidentTrail.Incidents.Results;

/// <summary>
/// A duration in a comparison of PowerShell (or C#'s <c>dynamic</c>): one that is not known is neither greater nor less than
/// anything, nor at least or at most. Comparing alone cannot say so: what it returns is one of the three.
/// </summary>
internal sealed class DurationComparison(Expression expression, TrailDuration duration)
    : DynamicMetaObject(expression, BindingRestrictions.Empty, duration)
{
    private static readonly MethodInfo s_areKnown =
        typeof(DurationComparison).GetMethod(nameof(AreKnown), BindingFlags.Static | BindingFlags.NonPublic)!;

    public override DynamicMetaObject BindBinaryOperation(BinaryOperationBinder binder, DynamicMetaObject arg)
    {
        var compared = binder.FallbackBinaryOperation(this, arg);
        if (binder.Operation is not (ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual
            or ExpressionType.LessThan or ExpressionType.LessThanOrEqual))
            return compared;
        var areKnown = Expression.Call(
            s_areKnown, Expression.Convert(Expression, typeof(object)), Expression.Convert(arg.Expression, typeof(object)));
        return new DynamicMetaObject(
            Expression.Condition(
                areKnown, Expression.Convert(compared.Expression, typeof(object)), Expression.Constant(false, typeof(object))),
            BindingRestrictions.GetTypeRestriction(Expression, typeof(TrailDuration)).Merge(compared.Restrictions));
    }

    private static bool AreKnown(object? left, object? right) =>
        left is not TrailDuration { Seconds: null } && right is not TrailDuration { Seconds: null };
}
