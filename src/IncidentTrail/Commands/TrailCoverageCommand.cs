using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>What a cmdlet's answer rests on, given to a variable of the caller.</summary>
public abstract class TrailCoverageCommand : TrailBucketCommand
{
    /// <summary>The variable that receives the coverage; <c>+NAME</c> appends.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CoverageVariable { get; set; }

    /// <summary>What has been read so far.</summary>
    private protected TrailCoverage Coverage { get; } = new();

    /// <inheritdoc/>
    internal override void Report(TrailFault fault)
    {
        Coverage.Report(fault);
        base.Report(fault);
    }

    private protected bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Gives the coverage to the caller's variable, before anything is read.</summary>
    private protected void PublishCoverage()
    {
        if (CoverageVariable is null)
            return;
        var appends = CoverageVariable[0] == '+';
        var name = appends ? CoverageVariable[1..] : CoverageVariable;
        if (name.Length == 0 || name[0] == '$')
        {
            ThrowTerminatingError(TrailErrors.Argument(
                nameof(CoverageVariable),
                $"-CoverageVariable '{CoverageVariable}' names no variable. Write its name without $: -CoverageVariable read, and $read afterwards."));
        }
        if (!appends)
        {
            SessionState.PSVariable.Set(name, Coverage);
            return;
        }
        var held = SessionState.PSVariable.GetValue(name);
        object[] before = held switch { null => [], object[] many => many, var one => [one] };
        SessionState.PSVariable.Set(name, (object[])[.. before, Coverage]);
    }
}
