using System.Reflection;
using System.Runtime.Versioning;

namespace IncidentTrail.Tests;

public sealed class RuntimeTests
{
    /// <summary>A host that rolls forward would run what is built for .NET 8 on a newer one, and say nothing.</summary>
    [Fact]
    public void The_suite_runs_on_the_runtime_that_it_is_built_for()
    {
        string built = typeof(RuntimeTests).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;

        Assert.Equal($".NETCoreApp,Version=v{Environment.Version.ToString(2)}", built);
#if NET10_0_OR_GREATER
        Assert.Equal(10, Environment.Version.Major);
#else
        Assert.Equal(8, Environment.Version.Major);
#endif
    }
}
