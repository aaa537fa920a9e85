using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.Times;

namespace IncidentTrail.PowerShell;

/// <summary>Reads a span as people give it: a TimeSpan, or text such as <c>30m</c>, <c>12h</c>, <c>7d</c>. A bare number is refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrailSpanAttribute : ArgumentTransformationAttribute
{
    /// <summary>Gives the span as a TimeSpan.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        switch (inputData is PSObject wrapped ? wrapped.BaseObject : inputData)
        {
            // As text it is refused too: -LookBack of less than nothing would find that nothing was changed before.
            case TimeSpan span when span < TimeSpan.Zero:
                throw new ArgumentTransformationMetadataException($"'{span}' is negative. Spans are written without a sign.");
            case TimeSpan span:
                return span;
            case IConvertible:
                // As typed: PowerShell reads 7d as the decimal 7 and 30s as the Int16 30, and keeps the text beside the number.
                return TrailTimeText.TryParseSpan(inputData.ToString()!, out var parsed, out var problem)
                    ? parsed : throw new ArgumentTransformationMetadataException(TextForDisplay.Plain(problem) + LostUnit.Of(inputData));
            case var other:
                throw new ArgumentTransformationMetadataException($"'{TextForDisplay.Plain($"{other}")}' is no span.");
        }
    }
}
