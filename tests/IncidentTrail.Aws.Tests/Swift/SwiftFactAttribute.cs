namespace IncidentTrail.Aws.Tests.Swift;

/// <summary>A test against a real S3 server; skipped, with the reason, where that is not installed.</summary>
public sealed class SwiftFactAttribute : FactAttribute
{
    public SwiftFactAttribute() => Skip = SwiftServer.Missing;
}
