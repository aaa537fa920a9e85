namespace IncidentTrail.Shell;

internal static class Program
{
    private static int Main(string[] arguments) => new Application().Run(Invocation.From(arguments));
}
